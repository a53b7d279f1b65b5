package io.broadsheet.enrich.revision;

import io.broadsheet.state.v1.ArticleState;
import io.broadsheet.state.v1.TextSketch;
import io.broadsheet.v1.ChangeClass;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.FieldChange;
import io.broadsheet.v1.PubStatus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The next version of an article, and what is to be remembered of it.
 *
 * <p>How a version differs from the one before: COSMETIC, if headline, body and all {@link
 * ComparedFields} read the same but for case, white space and punctuation; MATERIAL, if the
 * headline reads differently, whether it may be used has changed, or more than {@link
 * #MATERIAL_SHARE} of the body stands in new or dropped sentences; MINOR otherwise.
 *
 * @param article a builder, since its images and its state are not decided yet
 * @param state what to remember once the version is out
 */
public record Revision(EnrichedArticle.Builder article, ArticleState state) {

    /** More of the body than this must change for a change to be material. */
    static final double MATERIAL_SHARE = 0.10;

    private static final String BODY = "articleBody";

    /**
     * The first version.
     *
     * @param fresh as the steps made it
     * @param document the id of the document it came in, see {@link Repetition#documentOf}
     * @param now when the version is made
     */
    public static Revision first(EnrichedArticle fresh, String document, Instant now) {
        EnrichedArticle.Builder article =
                EnrichedArticle.newBuilder(fresh)
                        .setVersion(1)
                        .setVersionCreated(now)
                        .setPreviousContentHash(null)
                        .setChange(ChangeClass.NEW)
                        .setChanges(List.of());
        return new Revision(article, remember(fresh, document).setVersion(1).build());
    }

    /** The version after the remembered one; see {@link #first} for the parameters. */
    public static Revision next(
            ArticleState before, EnrichedArticle fresh, String document, Instant now) {
        List<String> altIds = BoundedList.union(before.getAltIds(), fresh.getAltIds());
        ArticleState.Builder state =
                remember(fresh, document)
                        .setVersion(before.getVersion() + 1)
                        .setFirstCreated(before.getFirstCreated())
                        .setAltIds(altIds);
        EnrichedArticle.Builder article =
                EnrichedArticle.newBuilder(fresh)
                        .setVersion(state.getVersion())
                        .setVersionCreated(now)
                        .setFirstCreated(before.getFirstCreated())
                        .setPreviousContentHash(before.getContentHash())
                        .setAltIds(altIds)
                        .setChange(change(before, state))
                        .setChanges(changes(before, state));
        return new Revision(article, state.build());
    }

    /**
     * The last version of an article that its source withdraws: what the source says now, and that
     * it may no longer be used. What it said before is not told again.
     */
    public static Revision retraction(
            ArticleState before, EnrichedArticle fresh, String document, Instant now) {
        Revision next = next(before, fresh, document, now);
        next.article()
                .setChange(ChangeClass.RETRACTION)
                .setChanges(
                        next.article().getChanges().stream()
                                .filter(change ->
                                        change.getField().equals(ComparedFields.PUB_STATUS))
                                .toList());
        return next;
    }

    /**
     * What to remember if the article differs from the remembered one in nothing but noise; empty
     * if there is more to it. The version that is out stays as it is.
     */
    public static Optional<ArticleState> unchanged(
            ArticleState before, EnrichedArticle fresh, String document) {
        boolean bothRetracted = before.getRetracted() && fresh.getPubStatus() == PubStatus.CANCELED;
        if (!bothRetracted && !Steady.of(fresh).digest().equals(before.getSteady())) {
            return Optional.empty();
        }
        return Optional.of(
                ArticleState.newBuilder(before)
                        .setContentHash(fresh.getContentHash())
                        .setDocuments(List.of(document))
                        .setAltIds(BoundedList.union(before.getAltIds(), fresh.getAltIds()))
                        .build());
    }

    /**
     * The version after the remembered one, of the same content, because the steps say something
     * else of it now.
     *
     * @param fresh as the steps made it
     * @param fields names of the fields that differ; those that are compared are told with their
     *     values
     */
    public static Revision reenriched(
            ArticleState before, EnrichedArticle fresh, List<String> fields, Instant now) {
        Revision next = next(before, fresh, "", now);
        ArticleState state =
                ArticleState.newBuilder(next.state())
                        .setContentHash(before.getContentHash())
                        .setDocuments(before.getDocuments())
                        .build();
        List<FieldChange> changes = new ArrayList<>(next.article().getChanges());
        Set<String> told = changes.stream().map(FieldChange::getField).collect(Collectors.toSet());
        fields.stream()
                .filter(field -> !told.contains(field))
                .forEach(field -> changes.add(FieldChange.newBuilder().setField(field).build()));
        next.article().setChange(ChangeClass.REENRICHED).setChanges(changes);
        return new Revision(next.article(), state);
    }

    private static ArticleState.Builder remember(EnrichedArticle fresh, String document) {
        Steady steady = Steady.of(fresh);
        return ArticleState.newBuilder()
                .setContentHash(fresh.getContentHash())
                .setFirstCreated(fresh.getFirstCreated())
                .setDocuments(List.of(document))
                .setAltIds(BoundedList.union(fresh.getAltIds(), List.of()))
                .setFields(ComparedFields.of(fresh))
                .setBody(TextSketches.of(steady.body()))
                .setSteady(steady.digest())
                .setRetracted(fresh.getPubStatus() == PubStatus.CANCELED);
    }

    private static List<FieldChange> changes(ArticleState before, ArticleState.Builder after) {
        var changes =
                new ArrayList<>(ComparedFields.differences(before.getFields(), after.getFields()));
        if (!before.getBody().equals(after.getBody())) {
            changes.add(FieldChange.newBuilder().setField(BODY).build());
        }
        return changes;
    }

    private static ChangeClass change(ArticleState before, ArticleState.Builder after) {
        boolean headline =
                readsDifferently(before.getFields(), after.getFields(), ComparedFields.HEADLINE);
        boolean status =
                readsDifferently(before.getFields(), after.getFields(), ComparedFields.PUB_STATUS);
        double share = TextSketches.changedShare(before.getBody(), after.getBody());
        boolean body = !TextSketches.sameLetters(before.getBody(), after.getBody());
        if (status || headline || (body && share > MATERIAL_SHARE)) {
            return ChangeClass.MATERIAL;
        }
        return body || anyReadsDifferently(before.getFields(), after.getFields())
                ? ChangeClass.MINOR
                : ChangeClass.COSMETIC;
    }

    private static boolean anyReadsDifferently(
            Map<String, String> before, Map<String, String> after) {
        return ComparedFields.differences(before, after).stream()
                .anyMatch(change -> readsDifferently(before, after, change.getField()));
    }

    private static boolean readsDifferently(
            Map<String, String> before, Map<String, String> after, String name) {
        TextSketch one = TextSketches.of(before.getOrDefault(name, ""));
        TextSketch other = TextSketches.of(after.getOrDefault(name, ""));
        return !TextSketches.sameLetters(one, other);
    }
}
