/** What a person's device shadow says, typed. No JSON here: the document's shape is the aws module's. */
@NullMarked
package io.yobidashi.core.status;

import org.jspecify.annotations.NullMarked;
