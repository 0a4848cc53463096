package io.yobidashi.localcloud.buttons;

import io.yobidashi.localcloud.roster.Roster.Button;

/** What a finger does, and the state of the battery meanwhile. */
record Press(Button button, Click click, Battery battery) {}
