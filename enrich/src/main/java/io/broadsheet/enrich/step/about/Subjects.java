package io.broadsheet.enrich.step.about;

import io.broadsheet.enrich.step.QualityCode;
import io.broadsheet.v1.Category;
import io.broadsheet.v1.QualityFlag;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.Source;
import io.broadsheet.v1.SourceKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where an article stands in its outlet and what it is about.
 *
 * @param sections of the outlet, never its home page
 * @param keywords what the source gave as tags, see {@link
 *     io.broadsheet.enrich.step.keywords.KeywordStep}
 * @param subjects the categories that say what the article is about, in the order of the source
 * @param flags what was found
 */
public record Subjects(
        List<String> sections,
        List<String> keywords,
        List<Category> subjects,
        List<QualityFlag> flags) {

    private static final String TAG = "tag";

    private static final Set<String> HOME_PAGES =
            Set.of(
                    "首页",
                    "首頁",
                    "首页更新",
                    "首页推荐",
                    "主页",
                    "主頁",
                    "最新",
                    "最新文章",
                    "最新消息",
                    "要闻",
                    "头条",
                    "home",
                    "homepage",
                    "home page",
                    "front page",
                    "frontpage",
                    "index",
                    "latest",
                    "latest news",
                    "all",
                    "トップ",
                    "トップページ",
                    "ホーム",
                    "新着",
                    "메인",
                    "홈",
                    "전체",
                    "최신",
                    "startseite",
                    "accueil",
                    "portada",
                    "inicio",
                    "главная");

    /** From the categories and the section of the source. */
    public static Subjects of(RawArticle raw) {
        Optional<String> section =
                Optional.ofNullable(raw.getSource().getSection())
                        .map(String::strip)
                        .filter(name -> !name.isEmpty());
        boolean home = section.filter(Subjects::isHomePage).isPresent();
        List<QualityFlag> flags = new ArrayList<>();
        if (home) {
            flags.add(QualityCode.SECTION_IS_HOMEPAGE.on("articleSection", section.orElse("")));
        }
        List<Category> subjects =
                raw.getCategories().stream().filter(c -> isSubject(c, raw.getSource())).toList();
        return new Subjects(
                Stream.concat(section.stream(), pageSections(raw, subjects))
                        .filter(name -> !isHomePage(name))
                        .distinct()
                        .toList(),
                raw.getCategories().stream()
                        .filter(Subjects::isTag)
                        .map(Subjects::name)
                        .distinct()
                        .toList(),
                subjects,
                flags);
    }

    /** A page names its section as its one category without a scheme. */
    private static Stream<String> pageSections(RawArticle raw, List<Category> subjects) {
        return raw.getSource().getKind() == SourceKind.HTML_PAGE
                ? subjects.stream().filter(c -> c.getScheme() == null).map(Subjects::name)
                : Stream.of();
    }

    private static boolean isSubject(Category category, Source source) {
        String term = name(category);
        return !term.isEmpty()
                && !isTag(category)
                && !isHomePage(term)
                && !term.equals(source.getPlatform())
                && !term.equals(source.getName());
    }

    private static boolean isTag(Category category) {
        return TAG.equals(category.getScheme());
    }

    private static String name(Category category) {
        return category.getTerm().strip();
    }

    private static boolean isHomePage(String name) {
        return HOME_PAGES.contains(name.toLowerCase(Locale.ROOT));
    }
}
