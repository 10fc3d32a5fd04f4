# Drops what taking lines out of a source leaves behind: imports of names that do not occur any more, blanks at the
# end of lines, and blank lines in a row.
{
    sub(/[ \t]+$/, "")
    lines[NR] = $0
    if ($0 !~ /^import /) {
        rest = $0
        gsub(/[^A-Za-z0-9_]+/, " ", rest)
        count = split(rest, words, " ")
        for (i = 1; i <= count; i++) used[words[i]] = 1
    }
}
END {
    for (n = 1; n <= NR; n++) {
        if (match(lines[n], /^import [a-z.]+\.[A-Z][A-Za-z]*;$/)) {
            name = lines[n]
            sub(/.*\./, "", name)
            sub(/;/, "", name)
            if (!(name in used)) continue
        }
        if (lines[n] == "" && last == "") continue
        print lines[n]
        last = lines[n]
    }
}
