// shared/base/date.h
#include "shared/base/date.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

std::string read(std::string_view text) {
  const auto date = parse_date(text);
  return date ? to_iso(*date) : "none";
}

TEST(ParseDate, ReadsTheShapesOfNews) {
  struct Case {
    std::string_view text, iso;
  };
  for (const auto& [text, iso] : {
           Case{"2024", "2024"},
           Case{"2024-08", "2024-08"},
           Case{"2024-08-16", "2024-08-16"},
           Case{" 2024-08-16\n", "2024-08-16"},
           Case{"2024/08/16", "2024-08-16"},
           Case{"20240816", "2024-08-16"},
           Case{"20240816T143005Z", "2024-08-16T14:30:05Z"},
           Case{"20240816143005", "2024-08-16T14:30:05"},
           Case{"2024-08-16 14:30", "2024-08-16T14:30:00"},
           Case{"2024-08-16T14:30:00+02:00", "2024-08-16T14:30:00+02:00"},
           Case{"2024-08-16T14:30:00.123456-0430", "2024-08-16T14:30:00-04:30"},
           Case{"2006-10-20T18:15:00-04", "2006-10-20T18:15:00-04:00"},
           Case{"2024-08-16T14:30Z", "2024-08-16T14:30:00Z"},
           Case{"Fri, 16 Aug 2024 14:30:00 GMT", "2024-08-16T14:30:00Z"},
           Case{"Fri, 16 Aug 2024 14:30:00 -0700", "2024-08-16T14:30:00-07:00"},
           Case{"16 Aug 2024 14:30 EST", "2024-08-16T14:30:00-05:00"},
           Case{"16 August 2024", "2024-08-16"},
           Case{"16th of August, 2024", "2024-08-16"},
           Case{"August 16, 2024", "2024-08-16"},
           Case{"AUG. 16, 2024", "2024-08-16"},
           Case{"Sept. 5, 2024", "2024-09-05"},
           Case{"August 2024", "2024-08"},
           Case{"Friday, January 4, 2019", "2019-01-04"},
           Case{"Friday, January 4, 2019 \t", "2019-01-04"},
           Case{"August 16, 2024 at 2:30 p.m. EDT", "2024-08-16T14:30:00-04:00"},
           Case{"Aug. 16, 2024, 12:05 AM", "2024-08-16T00:05:00"},
           Case{"26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01"},
           Case{" 2-MAR-1987 16:51:43.42", "1987-03-02T16:51:43"},
           Case{"2024-02-29", "2024-02-29"},
           Case{"2000-02-29", "2000-02-29"},
       }) {
    EXPECT_EQ(read(text), iso) << text;
  }
}

TEST(ParseDate, NeverGuesses) {
  for (const std::string_view text : {"",
                                      " ",
                                      "Friday",
                                      "yesterday",
                                      "last week",
                                      "03/04/2024",
                                      "3.4.2024",
                                      "24-08-16",
                                      "16 Aug 24",
                                      "August 16",
                                      "2024-02-30",
                                      "1900-02-29",
                                      "2023-02-29",
                                      "2024-13",
                                      "2024-00",
                                      "2024-08-00",
                                      "2024-08-32",
                                      "0999-01-01",
                                      "3000",
                                      "2024-08-16T25:00",
                                      "2024-08-16T14:60",
                                      "2024-08-16T14:30:61",
                                      "2024-08-16T14:30+15:00",
                                      "2024-08-16T14:30-13:00",
                                      "2024-08-16T",
                                      "2024-08-16x",
                                      "2024-08-16 14",
                                      "2024-08-16 14:3",
                                      "202408",
                                      "2024081",
                                      "31 June 2024",
                                      "Augury 16, 2024",
                                      "Ma 5, 2024",
                                      "August 2024 edition",
                                      "16 August 2024 13:00 pm",
                                      "2024-08-16T14:30 XYZ",
                                      "August 16, 2024 1:30 ix",

                                      "\xFF\xFE",
                                      "99999999999999999999",
                                      "-2024"}) {
    EXPECT_EQ(read(text), "none") << text;
  }
}

TEST(ParseDate, ReadsBackWhatToIsoWrites) {
  for (int year = 1000; year <= 2999; year += 37) {
    ASSERT_EQ(parse_date(to_iso({.year = year})), PublishedDate{.year = year});
    for (int month = 1; month <= 12; ++month) {
      const PublishedDate whole{.year = year, .month = month};
      ASSERT_EQ(parse_date(to_iso(whole)), whole);
      for (int day = 1; day <= days_in_month(year, month); day += 3) {
        PublishedDate date{.year = year, .month = month, .day = day};
        ASSERT_EQ(parse_date(to_iso(date)), date);
        date.hour = day % 24, date.minute = day * 7 % 60, date.second = day * 13 % 60;
        ASSERT_EQ(parse_date(to_iso(date)), date) << to_iso(date);
        for (const int offset : {0, 330, -570, 840, -720, -30}) {
          date.utc_offset_minutes = offset;
          ASSERT_EQ(parse_date(to_iso(date)), date) << to_iso(date);
        }
      }
    }
  }
}

TEST(Calendar, DaysAndCivilDatesAreInverse) {
  EXPECT_EQ(days_from_civil(1970, 1, 1), 0);
  EXPECT_EQ(days_from_civil(2000, 3, 1), 11017);
  EXPECT_EQ(days_from_civil(1969, 12, 31), -1);
  CivilDay before = civil_from_days(-1000000);
  for (std::int64_t days = -999999; days < 1000000; ++days) {
    const CivilDay day = civil_from_days(days);
    ASSERT_EQ(days_from_civil(day.year, day.month, day.day), days);
    const bool next_day = day.year == before.year && day.month == before.month && day.day == before.day + 1;
    ASSERT_TRUE(next_day || day.day == 1) << days;
    before = day;
  }
}

TEST(Calendar, DaysOfADateAreThoseThatItsPrecisionLeavesOpen) {
  EXPECT_EQ(days_of({}), std::nullopt);
  EXPECT_EQ(days_of({.year = 2024}), (DayRange{days_from_civil(2024, 1, 1), days_from_civil(2024, 12, 31)}));
  EXPECT_EQ(days_of({.year = 2024, .month = 2}), (DayRange{days_from_civil(2024, 2, 1), days_from_civil(2024, 2, 29)}));
  const auto day = days_from_civil(2024, 8, 16);
  EXPECT_EQ(days_of({.year = 2024, .month = 8, .day = 16}), (DayRange{day, day}));
}

TEST(Calendar, SortKeyCountsTheOffset) {
  EXPECT_EQ(sort_seconds({}), std::nullopt);
  EXPECT_EQ(sort_seconds({.year = 1970}), 0);
  EXPECT_EQ(sort_seconds(*parse_date("1970-01-02T01:00:05")), 86400 + 3605);
  EXPECT_EQ(sort_seconds(*parse_date("1970-01-02T01:00:05+01:00")), 86400 + 5);
  EXPECT_EQ(sort_seconds(*parse_date("1969-12-31T20:00:00-04:00")), 0);
}

TEST(PackedDate, KeepsTheDayAndOrdersLikeDates) {
  PackedDate last = 0;
  for (const std::string_view text :
       {"1000", "1987-02-26", "2024", "2024-08", "2024-08-16", "2024-12-31", "2999-12-31"}) {
    const auto date = *parse_date(text);
    const auto packed = pack_date(date);
    EXPECT_EQ(unpack_date(packed), date) << text;
    EXPECT_GT(packed, last) << text;
    last = packed;
  }
  EXPECT_EQ(pack_date({}), 0U);
  EXPECT_EQ(unpack_date(0), PublishedDate{});
}

}  // namespace
}  // namespace dateline
