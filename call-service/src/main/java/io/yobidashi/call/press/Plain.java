package io.yobidashi.call.press;

import io.yobidashi.core.status.Click;

/** Our own: {@code button}, {@code click} ({@code SINGLE} where it is left out), {@code id}; all of it optional. */
final class Plain implements Dialect {
    @Override
    public boolean speaks(Content body) {
        return true;
    }

    @Override
    public Told read(Content body) {
        Click click = body.text("click").map(Clicks::named).orElse(Click.SINGLE);
        return Told.of(click, null).known(body.text("id").orElse(null), null);
    }
}
