/// The one place that touches libtorch: TorchScript programs written by Java, the tensors they
/// take and give, and the scopes that free them. No other package names DJL's arrays.
@org.jspecify.annotations.NullMarked
package dev.whetstone.engine.tensor;
