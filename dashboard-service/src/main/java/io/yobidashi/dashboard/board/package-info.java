/** What the board holds and when it may be believed. Pure. */
@NullMarked
package io.yobidashi.dashboard.board;

import org.jspecify.annotations.NullMarked;
