/** What Slack is owed, seen from the shadow. */
@NullMarked
package io.yobidashi.core.telling;

import org.jspecify.annotations.NullMarked;
