package dev.whetstone.runtime.model;

/// Where and how wide to compute.
///
/// @param name `cpu` or `cuda`
/// @param threads threads of one operator; 0 lets the worker choose
public record Device(String name, int threads, DType dtype) {
    public static final Device CPU = new Device("cpu", 0, DType.FP32);
}
