package dev.whetstone.engine.job;

import dev.whetstone.engine.control.RunControl;
import java.util.Map;

/// Tells progress of a part as progress of the whole.
record OffsetControl(RunControl whole, long before, long total) implements RunControl {
    @Override
    public Signal atSafePoint() {
        return whole.atSafePoint();
    }

    @Override
    public void notice(String words) {
        whole.notice(words);
    }

    @Override
    public void progress(String stage, long done, long ofPart, Map<String, Double> metrics) {
        whole.progress(stage, before + done, total, metrics);
    }
}
