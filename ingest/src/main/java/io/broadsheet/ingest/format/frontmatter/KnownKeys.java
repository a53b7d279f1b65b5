package io.broadsheet.ingest.format.frontmatter;

import io.broadsheet.v1.ImageRole;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the generators of the world call things: Hexo, Jekyll, Hugo, Blogger's export. Names are
 * compared without case, hyphens and underscores; earlier names win.
 */
final class KnownKeys {

    static final List<String> TITLE = List.of("title", "headline");
    static final List<String> PUBLISHED =
            List.of(
                    "date",
                    "published",
                    "datepublished",
                    "publishedat",
                    "publishdate",
                    "pubdate",
                    "created",
                    "createdat");
    static final List<String> UPDATED =
            List.of(
                    "updated",
                    "updatedat",
                    "modified",
                    "modifiedtime",
                    "datemodified",
                    "lastmod",
                    "lastmodified",
                    "lastmodifiedat");
    static final List<String> CANONICAL = List.of("canonicalurl", "canonical");
    static final List<String> LINK =
            List.of("link", "url", "permalink", "originalurl", "sourceurl", "bloggerorigurl");
    static final List<String> GUID = List.of("guid", "id", "uuid", "bloggerid");
    static final List<String> AUTHORS = List.of("author", "authors", "byline");
    static final List<String> CATEGORIES = List.of("categories", "category");
    static final List<String> TAGS = List.of("tags", "tag", "keywords");
    static final List<String> LANGUAGE = List.of("lang", "language", "locale");
    static final List<String> SUMMARY = List.of("description", "summary", "excerpt", "subtitle");
    static final List<String> RIGHTS = List.of("copyright", "license", "rights");
    static final Map<String, ImageRole> IMAGES = images();

    private KnownKeys() {}

    /** The form in which names are compared. */
    static String canonical(String key) {
        return key.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    private static Map<String, ImageRole> images() {
        Map<String, ImageRole> roles = new LinkedHashMap<>();
        for (String lead :
                List.of(
                        "headimg",
                        "heroimageurl",
                        "heroimage",
                        "banner",
                        "cover",
                        "coverimage",
                        "image",
                        "img",
                        "featuredimage",
                        "featureimage")) {
            roles.put(lead, ImageRole.LEAD);
        }
        roles.put("thumbnail", ImageRole.THUMBNAIL);
        roles.put("thumb", ImageRole.THUMBNAIL);
        roles.put("ogimage", ImageRole.SOCIAL);
        roles.put("images", ImageRole.SOCIAL);
        return roles;
    }
}
