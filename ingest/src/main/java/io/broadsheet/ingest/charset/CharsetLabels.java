package io.broadsheet.ingest.charset;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Names of character sets to what must decode them. As in the WHATWG Encoding Standard a label that
 * the web uses loosely means the superset that browsers take it for.
 */
final class CharsetLabels {

    private static final Map<String, String> SUPERSETS =
            Map.ofEntries(
                    Map.entry("gb2312", "GB18030"),
                    Map.entry("gb_2312-80", "GB18030"),
                    Map.entry("gbk", "GB18030"),
                    Map.entry("x-gbk", "GB18030"),
                    Map.entry("hz-gb-2312", "GB18030"),
                    Map.entry("big5", "Big5-HKSCS"),
                    Map.entry("x-x-big5", "Big5-HKSCS"),
                    Map.entry("shift_jis", "windows-31j"),
                    Map.entry("shift-jis", "windows-31j"),
                    Map.entry("x-sjis", "windows-31j"),
                    Map.entry("sjis", "windows-31j"),
                    Map.entry("cp932", "windows-31j"),
                    Map.entry("euc-kr", "x-windows-949"),
                    Map.entry("ks_c_5601-1987", "x-windows-949"),
                    Map.entry("korean", "x-windows-949"),
                    Map.entry("us-ascii", "windows-1252"),
                    Map.entry("ascii", "windows-1252"),
                    Map.entry("iso-8859-1", "windows-1252"),
                    Map.entry("iso8859-1", "windows-1252"),
                    Map.entry("latin1", "windows-1252"),
                    Map.entry("iso-8859-9", "windows-1254"),
                    Map.entry("tis-620", "x-windows-874"),
                    Map.entry("iso-8859-11", "x-windows-874"),
                    Map.entry("windows-874", "x-windows-874"),
                    Map.entry("x-mac-cyrillic", "x-MacCyrillic"),
                    Map.entry("maccyrillic", "x-MacCyrillic"),
                    Map.entry("unicode", "UTF-16LE"),
                    Map.entry("utf-16", "UTF-16LE"),
                    Map.entry("utf8", "UTF-8"));

    private CharsetLabels() {}

    /** Empty for a label that names nothing we can decode. */
    static Optional<Charset> charset(String label) {
        String name = label.strip().toLowerCase(Locale.ROOT);
        try {
            return Optional.of(Charset.forName(SUPERSETS.getOrDefault(name, name)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** A declaration found by reading ASCII cannot be true if it says UTF-16: it means UTF-8. */
    static Optional<Charset> declared(String label) {
        return charset(label).map(c -> c.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : c);
    }
}
