package io.broadsheet.desk.page;

import java.util.List;

/**
 * One page of a list.
 *
 * @param items on it
 * @param page its number, from 1
 * @param pages how many there are, at least 1
 * @param total how many items all of them have
 * @param <T> of an item
 */
public record Slice<T>(List<T> items, int page, int pages, int total) {

    private static final int SIZE = 50;

    public Slice {
        items = List.copyOf(items);
    }

    /** The page of that number, or the last one. */
    public static <T> Slice<T> of(List<T> all, int wanted) {
        int pages = Math.max(1, (all.size() + SIZE - 1) / SIZE);
        int page = Math.min(wanted, pages);
        int start = (page - 1) * SIZE;
        return new Slice<>(
                all.subList(start, Math.min(all.size(), start + SIZE)), page, pages, all.size());
    }
}
