/** The roster file. */
@NullMarked
package io.yobidashi.aws.roster;

import org.jspecify.annotations.NullMarked;
