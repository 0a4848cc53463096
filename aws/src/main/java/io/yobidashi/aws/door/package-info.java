/** What the HTTP doors of all services do alike. */
@NullMarked
package io.yobidashi.aws.door;

import org.jspecify.annotations.NullMarked;
