/** The JSON forms of messages and of the shadow document, and nothing else. */
@NullMarked
package io.yobidashi.aws.json;

import org.jspecify.annotations.NullMarked;
