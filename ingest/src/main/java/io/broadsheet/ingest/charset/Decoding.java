package io.broadsheet.ingest.charset;

import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.v1.Basis;
import io.broadsheet.v1.QualityFlag;

import java.util.List;

/** What became of some bytes. */
public sealed interface Decoding {

    /**
     * Text, clean of control characters but TAB and LF, of lone surrogates and of byte order marks.
     * Every line ends with LF.
     *
     * @param charset name of the character set it was decoded with
     * @param basis DECLARED by a mark or by the document, or DETECTED from the bytes
     * @param flags what was mended
     */
    record Decoded(String text, String charset, Basis basis, List<QualityFlag> flags)
            implements Decoding {

        public Decoded {
            flags = List.copyOf(flags);
        }
    }

    /** No text: empty, binary, or broken. */
    record Undecodable(Rejection rejection) implements Decoding {}
}
