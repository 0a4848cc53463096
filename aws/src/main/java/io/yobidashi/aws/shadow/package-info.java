/** Device shadows over the IoT data plane. */
@NullMarked
package io.yobidashi.aws.shadow;

import org.jspecify.annotations.NullMarked;
