package dev.whetstone.desktop.coverage;

/// Where the fields of a heat map are.
///
/// @param names width of the rules' names at the left, px
/// @param head height of their indexes above, px
/// @param field width of a field; `fieldHeight` its height
/// @param left first column in sight, in fields; `top` the first row
record HeatGrid(
        double width,
        double height,
        double names,
        double head,
        double field,
        double fieldHeight,
        int rules,
        double left,
        double top) {
    private static final double PAD = 8;

    /// Rows that a name fits beside, in lines of text.
    private static final double NAME_LINES = .8;

    private static final double NAMES_EM = 11;
    private static final double INDEX_EM = 2.6;
    private static final double TALLEST_EM = 2.4;

    static HeatGrid of(
            double width,
            double height,
            double em,
            int rules,
            double zoom,
            double left,
            double top) {
        int n = Math.max(1, rules);
        double head = em * 1.7;
        double tall = Math.min(em * TALLEST_EM, (height - head - PAD) / n) * zoom;
        boolean named = tall >= em * NAME_LINES;
        double names = Math.min(named ? em * NAMES_EM : em * INDEX_EM, width * .42);
        double wide = (width - names - PAD) / n * zoom;
        return new HeatGrid(
                width,
                height,
                names,
                head,
                Math.max(.5, wide),
                Math.max(.5, tall),
                rules,
                left,
                top);
    }

    /// Whether rows are tall enough for names.
    boolean named(double em) {
        return fieldHeight >= em * NAME_LINES;
    }

    double columnsInSight() {
        return Math.max(0, width - names - PAD) / field;
    }

    double rowsInSight() {
        return Math.max(0, height - head - PAD) / fieldHeight;
    }

    double x(int column) {
        return names + (column - left) * field;
    }

    double y(int row) {
        return head + (row - top) * fieldHeight;
    }

    double right() {
        return width - PAD;
    }

    double bottom() {
        return height - PAD;
    }

    /// -1 beside the fields.
    int columnAt(double px) {
        int column = (int) Math.floor((px - names) / field + left);
        return px >= names && px < right() && column < rules ? column : -1;
    }

    /// -1 above or below the fields.
    int rowAt(double px) {
        int row = (int) Math.floor((px - head) / fieldHeight + top);
        return px >= head && px < bottom() && row < rules ? row : -1;
    }
}
