package io.broadsheet.enrich.step.date;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Writes dates of all scripts in one way, before they are taken apart: digits as ASCII, words in
 * lower case, numbers in Han characters as digits, years of Japanese eras, of the Minguo and of the
 * Buddhist calendar as common years, and names of more than one word as one word.
 */
final class DateSpelling {

    private static final Pattern ERA_YEAR =
            Pattern.compile("(令和|平成|昭和|大正|民國|民国)\\s*(\\d{1,3}|元)\\s*年");
    private static final Pattern HAN_NUMBER =
            Pattern.compile("[〇零一二三四五六七八九十]{1,4}(?=[年月日号號時时点點分秒])");
    private static final Pattern THAI_YEAR = Pattern.compile("(?<!\\d)(2[4-6]\\d\\d)(?!\\d)");
    private static final Pattern VIETNAMESE_MONTH = Pattern.compile("(?:tháng|thg)\\s+(\\d{1,2})");
    private static final String HAN_DIGITS = "〇一二三四五六七八九";
    private static final int BUDDHIST_YEARS = 543;
    private static final int COMMENT_CHARS_MAX = 5;
    private static final String OPENING = "(（";
    private static final String CLOSING = ")）";

    private DateSpelling() {}

    /** The text in one spelling, without its comments; a zone in a comment is kept. */
    static String of(String written) {
        String text = withoutComments(written);
        return isAscii(text) ? text.toLowerCase(Locale.ROOT) : ofAnyScript(text);
    }

    /** One spelling of a single word, the same that it has within a text. */
    static String word(String written) {
        return normal(written);
    }

    private static String ofAnyScript(String written) {
        String text = normal(written);
        text = ERA_YEAR.matcher(text).replaceAll(era -> eraYear(era) + "年");
        text = HAN_NUMBER.matcher(text).replaceAll(number -> hanNumber(number.group()));
        if (text.codePoints().anyMatch(DateSpelling::isThai)) {
            text = text.replace("เดือน", " ").replace("วันที่", " ").replace("พ.ศ.", " ");
            text = THAI_YEAR.matcher(text).replaceAll(DateSpelling::commonYear);
        }
        if (text.contains("ng") || text.contains("th")) {
            text = VIETNAMESE_MONTH.matcher(text).replaceAll(DateSpelling::englishMonth);
        }
        return DatePhrases.joined(text);
    }

    private static String normal(String text) {
        String unified = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var out = new StringBuilder(unified.length());
        unified.codePoints()
                .map(DateSpelling::plain)
                .filter(c -> c >= 0)
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    /** Invisible marks are left out, digits of all scripts are ours, apostrophes are one. */
    private static int plain(int c) {
        if (Character.getType(c) == Character.FORMAT || c == 0x307) {
            return -1;
        }
        if (Character.isDigit(c)) {
            return '0' + Character.digit(c, 10);
        }
        return c == 'ʼ' || c == '’' ? '\'' : c;
    }

    private static int eraYear(MatchResult era) {
        int year = era.group(2).equals("元") ? 1 : Integer.parseInt(era.group(2));
        return year
                + switch (era.group(1)) {
                    case "令和" -> 2018;
                    case "平成" -> 1988;
                    case "昭和" -> 1925;
                    default -> 1911;
                };
    }

    /** 二〇二二 digit by digit, 二十三 by its tens. */
    private static String hanNumber(String number) {
        int ten = number.indexOf('十');
        if (ten < 0) {
            var digits = new StringBuilder();
            number.chars().map(DateSpelling::hanDigit).forEach(digits::append);
            return digits.toString();
        }
        int tens = ten == 0 ? 1 : hanDigit(number.charAt(0));
        int ones = ten + 1 < number.length() ? hanDigit(number.charAt(ten + 1)) : 0;
        return Integer.toString(tens * 10 + ones);
    }

    private static int hanDigit(int c) {
        return Math.max(0, HAN_DIGITS.indexOf(c));
    }

    private static String commonYear(MatchResult year) {
        return Integer.toString(Integer.parseInt(year.group(1)) - BUDDHIST_YEARS);
    }

    private static String englishMonth(MatchResult month) {
        return DatePhrases.month(Integer.parseInt(month.group(1))).orElse(month.group());
    }

    /** What is in parentheses is a comment (RFC 5322); a zone is often told in one. */
    private static String withoutComments(String text) {
        if (text.chars().noneMatch(c -> OPENING.indexOf(c) >= 0)) {
            return text;
        }
        var out = new StringBuilder(text.length());
        var comment = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += OPENING.indexOf(c) >= 0 ? 1 : 0;
            (depth == 0 ? out : comment).append(c);
            depth -= depth > 0 && CLOSING.indexOf(c) >= 0 ? 1 : 0;
        }
        String inside = comment.substring(1, Math.max(1, comment.length() - 1)).strip();
        return isZone(inside) && !hasOffset(out) ? out + " " + inside : out.toString();
    }

    private static boolean isZone(String comment) {
        return comment.length() <= COMMENT_CHARS_MAX
                && ZoneWords.offset(comment.toLowerCase(Locale.ROOT)).isPresent();
    }

    private static boolean hasOffset(CharSequence text) {
        return text.chars().anyMatch(c -> c == '+')
                || text.toString().matches("(?s).*\\s-\\d{4}\\s*");
    }

    private static boolean isThai(int c) {
        return c >= 0x0E00 && c <= 0x0E7F;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
