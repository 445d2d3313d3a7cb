package dev.whetstone.services.detectors;

import dev.whetstone.services.job.Progress;
import java.util.Map;

/// Progress of one batch as part of all, so that the time left is that of all.
///
/// @param before units that were finished before the batch
/// @param all units
record PartOf(Progress whole, long before, long all) implements Progress {
    @Override
    public void stage(String name) {
        // the whole has its own
    }

    @Override
    public void units(long done, long total) {
        whole.units(Math.min(all, before + done), all);
    }

    @Override
    public void figures(Map<String, Double> figures) {
        whole.figures(figures);
    }

    @Override
    public void notice(String text) {
        whole.notice(text);
    }

    @Override
    public void safePoint() {
        whole.safePoint();
    }

    @Override
    public void onSignal(SignalListener listener) {
        whole.onSignal(listener);
    }
}
