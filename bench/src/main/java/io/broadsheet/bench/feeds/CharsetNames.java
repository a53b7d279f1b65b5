package io.broadsheet.bench.feeds;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which character sets decode all that another one does. */
final class CharsetNames {

    private static final Map<String, Set<String>> SUPERSETS =
            Map.ofEntries(
                    Map.entry("us-ascii", Set.of("utf-8", "windows-1252")),
                    Map.entry("ascii", Set.of("utf-8", "windows-1252")),
                    Map.entry("iso-8859-1", Set.of("windows-1252")),
                    Map.entry("gb2312", Set.of("gb18030")),
                    Map.entry("gbk", Set.of("gb18030")),
                    Map.entry("big5", Set.of("big5-hkscs")),
                    Map.entry("shift_jis", Set.of("windows-31j")),
                    Map.entry("cp932", Set.of("windows-31j")),
                    Map.entry("euc-kr", Set.of("x-windows-949")),
                    Map.entry("cp949", Set.of("x-windows-949")),
                    Map.entry("iso-8859-9", Set.of("windows-1254")),
                    Map.entry("tis-620", Set.of("x-windows-874")),
                    Map.entry("iso-8859-11", Set.of("x-windows-874")),
                    Map.entry("utf-8-sig", Set.of("utf-8")),
                    Map.entry("utf-16", Set.of("utf-16le", "utf-16be")),
                    Map.entry("maccyrillic", Set.of("x-maccyrillic")),
                    Map.entry("euc-tw", Set.of("x-euc-tw")));

    private CharsetNames() {}

    static boolean isSuperset(String name, String of) {
        String lower = of.toLowerCase(Locale.ROOT);
        return canonical(name).equals(canonical(lower))
                || SUPERSETS.getOrDefault(lower, Set.of()).contains(name.toLowerCase(Locale.ROOT));
    }

    private static String canonical(String name) {
        try {
            return Charset.forName(name).name().toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            // Not one that Java knows: then only the name itself can be the same.
            return name.toLowerCase(Locale.ROOT);
        }
    }
}
