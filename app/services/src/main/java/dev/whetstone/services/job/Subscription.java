package dev.whetstone.services.job;

/// A registration that ends when closed. Closing twice does nothing.
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
