package io.broadsheet.ingest.format.frontmatter;

import io.broadsheet.ingest.item.Draft;
import io.broadsheet.ingest.item.Parsed;
import io.broadsheet.ingest.profile.Profile;

import java.util.Optional;

/** Reads documents that begin with a fence. */
public final class FrontMatterFormat {

    private FrontMatterFormat() {}

    /** Whether the first line that is not blank is a fence. */
    public static boolean fits(String text) {
        return Fenced.opens(text);
    }

    /**
     * An article, or why there is none.
     *
     * @param text that fits
     * @param fileName of the document
     * @param profile empty to recognise the profile by the document's shape
     */
    public static Parsed parse(String text, String fileName, Optional<Profile> profile) {
        return switch (Fenced.split(text)) {
            case Fenced.Split.Broken(var rejection) -> new Parsed.Refused(rejection);
            case Fenced.Split.Whole(var fenced) -> parse(fenced, fileName, profile);
        };
    }

    private static Parsed parse(Fenced fenced, String fileName, Optional<Profile> profile) {
        return switch (FrontMatterParser.parse(fenced)) {
            case FrontMatterParser.Result.Refused(var rejection) -> new Parsed.Refused(rejection);
            case FrontMatterParser.Result.Shape(var shape) ->
                    new Parsed.Item(adapt(fenced, shape, fileName, profile));
        };
    }

    private static Draft adapt(
            Fenced fenced, FrontMatterShape shape, String fileName, Optional<Profile> profile) {
        FrontMatterShape asWritten = RsshubHexo.asWritten(fenced, shape);
        Profile recognised = RsshubHexo.wrote(asWritten) ? Profile.RSSHUB_HEXO : Profile.PLAIN;
        Profile chosen = profile.orElse(recognised);
        return FrontMatterAdapter.adapt(
                fenced, chosen == Profile.RSSHUB_HEXO ? asWritten : shape, chosen, fileName);
    }
}
