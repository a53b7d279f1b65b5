package io.broadsheet.syndicate.form;

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

    /** The form of that media type, given without parameters and in lower case. */
    public Optional<ArticleForm> ofType(String mediaType) {
        return forms.stream().filter(form -> form.mediaType().equals(mediaType)).findFirst();
    }

    /** The names of all, in their order. */
    public List<String> names() {
        return forms.stream().map(ArticleForm::name).toList();
    }
}
