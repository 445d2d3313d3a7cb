package dev.whetstone.services.align;

import dev.whetstone.services.job.Progress;
import java.util.Map;

/// Nobody hears how far it is.
final class NoProgress implements Progress {
    @Override
    public void stage(String name) {}

    @Override
    public void units(long done, long total) {}

    @Override
    public void figures(Map<String, Double> figures) {}

    @Override
    public void notice(String text) {}

    @Override
    public void safePoint() {}

    @Override
    public void onSignal(SignalListener listener) {}
}
