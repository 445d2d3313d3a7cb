package dev.whetstone.core.lf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A condition.
public sealed interface Bool extends Arg
        permits Bool.Or, Bool.And, Bool.Not, Bool.Compare, Bool.CompareLang, Call {

    /// Two or more conditions, one of which holds. Nested alternatives are flattened.
    record Or(List<Bool> operands) implements Bool {
        public Or {
            List<Bool> flat = new ArrayList<>();
            for (Bool operand : operands) {
                Arg.require(operand, Type.BOOL);
                if (operand instanceof Or(List<Bool> inner)) {
                    flat.addAll(inner);
                } else {
                    flat.add(operand);
                }
            }
            operands = requireTwo(flat);
        }

        @Override
        public Type type() {
            return Type.BOOL;
        }
    }

    /// Two or more conditions that all hold. Nested conjunctions are flattened.
    record And(List<Bool> operands) implements Bool {
        public And {
            List<Bool> flat = new ArrayList<>();
            for (Bool operand : operands) {
                Arg.require(operand, Type.BOOL);
                if (operand instanceof And(List<Bool> inner)) {
                    flat.addAll(inner);
                } else {
                    flat.add(operand);
                }
            }
            operands = requireTwo(flat);
        }

        @Override
        public Type type() {
            return Type.BOOL;
        }
    }

    record Not(Bool operand) implements Bool {
        public Not {
            Arg.require(operand, Type.BOOL);
        }

        @Override
        public Type type() {
            return Type.BOOL;
        }
    }

    record Compare(Num left, Relation relation, Num right) implements Bool {
        public Compare {
            Arg.require(left, Type.NUM);
            Arg.require(right, Type.NUM);
        }

        @Override
        public Type type() {
            return Type.BOOL;
        }
    }

    /// Unknown where the language of either text is.
    record CompareLang(Lang left, Relation relation, Lang right) implements Bool {
        public CompareLang {
            Arg.require(left, Type.LANG);
            Arg.require(right, Type.LANG);
            if (relation != Relation.EQUAL && relation != Relation.NOT_EQUAL) {
                throw new RuleTypeException("languages are compared with = or != only");
            }
        }

        @Override
        public Type type() {
            return Type.BOOL;
        }
    }

    static Bool and(Bool... operands) {
        return operands.length == 1 ? operands[0] : new And(Arrays.asList(operands));
    }

    static Bool or(Bool... operands) {
        return operands.length == 1 ? operands[0] : new Or(Arrays.asList(operands));
    }

    static Bool not(Bool operand) {
        return new Not(operand);
    }

    private static List<Bool> requireTwo(List<Bool> operands) {
        if (operands.size() < 2) {
            throw new RuleTypeException("\"and\" and \"or\" join two or more conditions");
        }
        return List.copyOf(operands);
    }
}
