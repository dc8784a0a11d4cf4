package gassafety.web;

/**
 * Where a page of a list stands.
 *
 * @param total records that the filters leave, over all pages
 * @param first number of the first row shown, from 1; 0 when the list is empty
 * @param previousAddress address of the page before, with the same filters
 */
public record PageBar(
        long total, int number, int pages, long first, long last, String previousAddress, String nextAddress) {

    public boolean isHasPrevious() {
        return number > 1;
    }

    public boolean isHasNext() {
        return number < pages;
    }
}
