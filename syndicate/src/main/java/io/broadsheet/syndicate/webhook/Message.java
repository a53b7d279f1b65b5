package io.broadsheet.syndicate.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.broadsheet.runtime.digest.Sha256;
import io.broadsheet.syndicate.filter.ArticleFilter;
import io.broadsheet.syndicate.form.ArticleForm;
import io.broadsheet.syndicate.tail.Entry;
import io.broadsheet.v1.ChangeClass;
import io.broadsheet.v1.EnrichedArticle;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a webhook is told.
 *
 * @param id the same for the same version of the same article told to the same webhook, so that a
 *     receiver can tell what comes twice
 * @param body JSON with type, timestamp and data (Standard Webhooks 1.0, Payload structure)
 */
public record Message(String id, String body) {

    private static final String MAC = "HmacSHA256";

    /** Of a version of an article, or that there is none any more. */
    static Message of(String webhookId, Entry entry, ArticleForm form) {
        Entry.Mark mark = entry.mark();
        String version =
                entry.article()
                        .map(article -> Integer.toString(article.getVersion()))
                        .orElse("none since " + mark.partition() + "@" + mark.offset());
        String id = Sha256.id("v1\n" + webhookId + "\n" + mark.articleId() + "\n" + version);
        String body =
                entry.article()
                        .map(article ->
                                body(
                                        type(article),
                                        article.getVersionCreated(),
                                        form.write(article)))
                        .orElseGet(() ->
                                body(
                                        "article.retracted",
                                        mark.at(),
                                        JsonNodeFactory.instance
                                                .objectNode()
                                                .put("articleId", mark.articleId())
                                                .toString()));
        return new Message("msg_" + id, body);
    }

    /** One that says nothing, to try whether it comes through. */
    public static Message test(String webhookId, Instant now) {
        String data = JsonNodeFactory.instance.objectNode().put("webhookId", webhookId).toString();
        String id = Sha256.id("v1\n" + webhookId + "\ntest\n" + now);
        return new Message("msg_" + id, body("webhook.test", now, data));
    }

    private static String type(EnrichedArticle article) {
        if (ArticleFilter.isRetraction(article)) {
            return "article.retracted";
        }
        return article.getChange() == ChangeClass.NEW ? "article.created" : "article.updated";
    }

    private static String body(String type, Instant timestamp, String data) {
        return "{\"type\":\"%s\",\"timestamp\":\"%s\",\"data\":%s}"
                .formatted(type, timestamp, data);
    }

    /** The headers that it is sent with, signed at that time. */
    Map<String, String> headers(Secrets secrets, Instant now) {
        Map<String, String> headers = new LinkedHashMap<>();
        String timestamp = Long.toString(now.getEpochSecond());
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", timestamp);
        List<String> signatures = new ArrayList<>();
        secrets.keys().forEach(key -> signatures.add(signature(key, timestamp)));
        headers.put("webhook-signature", String.join(" ", signatures));
        return headers;
    }

    private String signature(byte[] key, String timestamp) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            String signed = id + "." + timestamp + "." + body;
            byte[] bytes = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + MAC, e);
        }
    }
}
