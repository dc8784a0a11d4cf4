package gassafety.calendar;

/** How a day differs from its weekday: a rest day, or a weekend day worked to make up for one. */
enum RestDayKind {
    HOLIDAY,
    MAKE_UP_WORKDAY
}
