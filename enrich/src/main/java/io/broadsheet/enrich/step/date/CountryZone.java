package io.broadsheet.enrich.step.date;

import io.broadsheet.web.url.NormalizedUrl;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * The zone of the country whose domain a host is under, for countries of one zone. It is evidence
 * and never more: a site may be anywhere.
 *
 * @param country the top-level domain
 * @param zone its only zone
 */
record CountryZone(String country, ZoneId zone) {

    private static final Map<String, String> ZONES =
            Map.ofEntries(
                    Map.entry("cn", "Asia/Shanghai"),
                    Map.entry("hk", "Asia/Hong_Kong"),
                    Map.entry("tw", "Asia/Taipei"),
                    Map.entry("sg", "Asia/Singapore"),
                    Map.entry("my", "Asia/Kuala_Lumpur"),
                    Map.entry("jp", "Asia/Tokyo"),
                    Map.entry("kr", "Asia/Seoul"),
                    Map.entry("vn", "Asia/Ho_Chi_Minh"),
                    Map.entry("th", "Asia/Bangkok"),
                    Map.entry("in", "Asia/Kolkata"),
                    Map.entry("il", "Asia/Jerusalem"),
                    Map.entry("tr", "Europe/Istanbul"),
                    Map.entry("gr", "Europe/Athens"),
                    Map.entry("fi", "Europe/Helsinki"),
                    Map.entry("ro", "Europe/Bucharest"),
                    Map.entry("bg", "Europe/Sofia"),
                    Map.entry("de", "Europe/Berlin"),
                    Map.entry("at", "Europe/Vienna"),
                    Map.entry("ch", "Europe/Zurich"),
                    Map.entry("it", "Europe/Rome"),
                    Map.entry("pl", "Europe/Warsaw"),
                    Map.entry("cz", "Europe/Prague"),
                    Map.entry("hu", "Europe/Budapest"),
                    Map.entry("se", "Europe/Stockholm"),
                    Map.entry("no", "Europe/Oslo"),
                    Map.entry("dk", "Europe/Copenhagen"),
                    Map.entry("be", "Europe/Brussels"));

    /** The zone of a URL's host, if its country has but one. */
    static Optional<CountryZone> of(String url) {
        return NormalizedUrl.ofResource(url).map(NormalizedUrl::host).flatMap(CountryZone::ofHost);
    }

    private static Optional<CountryZone> ofHost(String host) {
        String country = host.substring(host.lastIndexOf('.') + 1);
        return Optional.ofNullable(ZONES.get(country))
                .map(zone -> new CountryZone(country, ZoneId.of(zone)));
    }
}
