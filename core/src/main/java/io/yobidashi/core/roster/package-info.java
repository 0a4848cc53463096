/** Who is in charge of which button, and who stands in for whom. */
@NullMarked
package io.yobidashi.core.roster;

import org.jspecify.annotations.NullMarked;
