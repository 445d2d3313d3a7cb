package dev.whetstone.engine.policy;

/// TorchScript of moving weights between files and tensors, and of the rotary tables.
final class TensorText {
    private TensorText() {}

    /// - `decode(bytes, stored, shape, target)`: a tensor of type `target` from pieces of a file
    /// - `encode(x, begin, end, stored)`: bytes of the rows, in the type `stored`
    /// - `cast(tensors, target)`: in another type, with gradients to the originals
    /// - `join(parts)`: one below the other
    /// - `shift(w, begin, end, a, b, scale, stored)`: adds scale B A to rows of w, in fp32, rounded
    ///   to `stored`
    /// - `scale_rows(w, begin, end, a, b, scale, m, stored)`: the same, and each row then gets the
    ///   length m
    /// - `row_factors(w, begin, end, a, b, scale, m)`: m over the length of each row of w + scale B
    /// A
    /// - `flip(x, begin, end)`: rows as columns
    /// - `rotary(frequencies, n, scaling, target)`: cosines, and sines whose first half is negated
    static String methods() {
        return """
          def decode(self: __torch__.M, bytes: List[Tensor], stored: int, shape: List[int], target: int) -> Tensor:
            x = torch.view_copy(torch.cat(bytes), dtype=stored)
            return torch.to(torch.reshape(x, shape), target)
          def encode(self: __torch__.M, x: Tensor, begin: int, end: int, stored: int) -> Tensor:
            y = torch.contiguous(torch.to(torch.slice(torch.detach(x), 0, begin, end), stored))
            return torch.view_copy(torch.flatten(y), dtype=0)
          def join(self: __torch__.M, parts: List[Tensor]) -> Tensor:
            return torch.cat(parts)
          def cast(self: __torch__.M, tensors: List[Tensor], target: int) -> List[Tensor]:
            out = annotate(List[Tensor], [])
            for i in range(torch.len(tensors)):
              _0 = torch.append(out, torch.to(tensors[i], target))
            return out
          def zeros(self: __torch__.M, shape: List[int], target: int) -> Tensor:
            return torch.zeros(shape, dtype=target)
          def shift(self: __torch__.M, w: Tensor, begin: int, end: int, a: Tensor, b: Tensor, scale: float, stored: int) -> Tensor:
            moved = (self).moved(w, begin, end, a, b, scale, )
            return torch.copy_(torch.slice(w, 0, begin, end), torch.to(moved, stored))
          def moved(self: __torch__.M, w: Tensor, begin: int, end: int, a: Tensor, b: Tensor, scale: float) -> Tensor:
            return torch.add(torch.to(torch.slice(w, 0, begin, end), 6), torch.mul(torch.matmul(b, a), scale))
          def row_factors(self: __torch__.M, w: Tensor, begin: int, end: int, a: Tensor, b: Tensor, scale: float, m: Tensor) -> Tensor:
            return torch.div(m, torch.linalg_vector_norm((self).moved(w, begin, end, a, b, scale, ), 2, [1]))
          def scale_rows(self: __torch__.M, w: Tensor, begin: int, end: int, a: Tensor, b: Tensor, scale: float, m: Tensor, stored: int) -> Tensor:
            f = (self).row_factors(w, begin, end, a, b, scale, m, )
            moved = torch.mul((self).moved(w, begin, end, a, b, scale, ), torch.unsqueeze(f, 1))
            return torch.copy_(torch.slice(w, 0, begin, end), torch.to(moved, stored))
          def flip(self: __torch__.M, x: Tensor, begin: int, end: int) -> Tensor:
            return torch.contiguous(torch.t(torch.slice(torch.detach(x), 0, begin, end)))
          def rotary(self: __torch__.M, frequencies: Tensor, n: int, scaling: float, target: int) -> Tuple[Tensor, Tensor]:
            i = torch.arange(n, dtype=6, device=ops.prim.device(frequencies))
            f = torch.outer(i, frequencies)
            c = torch.mul(torch.cos(f), scaling)
            s = torch.mul(torch.sin(f), scaling)
            cos = torch.unsqueeze(torch.cat([c, c], 1), 1)
            sin = torch.unsqueeze(torch.cat([torch.neg(s), s], 1), 1)
            return (torch.to(cos, target), torch.to(sin, target))
        """;
    }
}
