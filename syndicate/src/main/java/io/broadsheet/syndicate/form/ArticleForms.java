package io.broadsheet.syndicate.form;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The forms there are, the first of them the one that is meant when none is asked for. */
public final class ArticleForms {

    private final List<ArticleForm> forms;

    private ArticleForms(List<ArticleForm> forms) {
        this.forms = forms;
    }

    /** All forms. */
    public static ArticleForms all() {
        return new ArticleForms(List.of(new JsonForm(), new JsonLdForm(), new NinjsForm()));
    }

    /** The one that is meant when none is asked for. */
    public ArticleForm plain() {
        return forms.getFirst();
    }

    /** The form of that name. */
    public Optional<ArticleForm> named(String name) {
        return forms.stream().filter(form -> form.name().equals(name)).findFirst();
    }

    /**
     * The form that a header {@code Accept} likes best (RFC 9110, section 12.5.1); empty if it
     * takes none.
     *
     * @param accept its value; empty if there is none, which takes every form
     */
    public Optional<ArticleForm> accepted(String accept) {
        return accept.isBlank()
                ? Optional.of(plain())
                : Arrays.stream(accept.split(",", -1))
                        .map(AcceptedType::of)
                        .filter(it -> it.quality() > 0)
                        .sorted(Comparator.comparingDouble(AcceptedType::quality).reversed())
                        .flatMap(it ->
                                forms.stream().filter(form -> it.takes(form.mediaType())).limit(1))
                        .findFirst();
    }

    /** The media types of all, in their order. */
    public List<String> mediaTypes() {
        return forms.stream().map(ArticleForm::mediaType).toList();
    }

    /** The names of all, in their order. */
    public List<String> names() {
        return forms.stream().map(ArticleForm::name).toList();
    }
}
