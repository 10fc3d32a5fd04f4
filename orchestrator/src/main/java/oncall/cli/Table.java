package oncall.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Text in aligned columns, with notes under rows that need one. */
final class Table {
    private static final UnaryOperator<String> PLAIN = text -> text;
    private final List<String> heads;
    private final List<Row> rows = new ArrayList<>();

    private record Row(List<String> cells, String note, UnaryOperator<String> paint) { }

    Table(String... heads) { this.heads = List.of(heads); }

    /**
     * @param note  a line of its own below the row; empty for none
     * @param paint colours the first cell, once it is as wide as its column
     */
    Table row(String note, UnaryOperator<String> paint, Object... cells) {
        List<String> texts = new ArrayList<>();
        for (Object cell : cells) texts.add(cell == null ? "" : cell.toString());
        rows.add(new Row(texts, note, paint));
        return this;
    }

    Table row(Object... cells) { return row("", PLAIN, cells); }

    String render() {
        int[] widths = new int[heads.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(heads.get(i).length(), rows.stream().mapToInt(row -> row.cells().get(column).length()).max().orElse(0));
        }
        StringBuilder out = new StringBuilder(Terminal.bold(line(heads, widths, PLAIN))).append('\n');
        for (Row row : rows) {
            out.append(line(row.cells(), widths, row.paint())).append('\n');
            if (!row.note().isEmpty()) out.append(" ".repeat(widths[0] + 2)).append("-> ").append(row.note()).append('\n');
        }
        return out.toString();
    }

    private static String line(List<String> cells, int[] widths, UnaryOperator<String> paintFirst) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            boolean last = i == cells.size() - 1;
            String cell = last ? cells.get(i) : cells.get(i) + " ".repeat(widths[i] - cells.get(i).length());
            line.append(i == 0 ? paintFirst.apply(cell) : cell).append(last ? "" : "  ");
        }
        return line.toString().stripTrailing();
    }
}
