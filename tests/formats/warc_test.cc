// Web archives: what of them is an article, bodies as servers send them, and damage that costs one record only.
#include <gmock/gmock.h>

#include "tests/formats/format_test_tools.h"

namespace dateline {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;
using testing::HasSubstr;

const std::string kPage =
    "<html><head><title>Harbour reopens</title></head><body><h1>Harbour reopens</h1><p>The harbour reopened on Friday "
    "after the storm, the port authority said, and the first ships came in before noon.</p></body></html>";

std::string record(const std::string& type, const std::string& fields, const std::string& block) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\n" + fields + "Content-Length: " + std::to_string(block.size()) +
         "\r\n\r\n" + block + "\r\n\r\n";
}

std::string at(const std::string& address) {
  return "WARC-Target-URI: " + address + "\r\n";
}

std::string http(const std::string& fields, const std::string& body) {
  return "HTTP/1.1 200 OK\r\n" + fields + "\r\n" + body;
}

std::string page_record(const std::string& address) {
  return record("response", at(address), http("Content-Type: text/html\r\n", kPage));
}

std::string chunks(const std::string& body) {
  return "10;name=value\r\n" + body.substr(0, 16) + "\r\n" + "aB\r\n" + body.substr(16, 0xAB) + "\r\n" + "1F\r\n" +
         body.substr(16 + 0xAB, 0x1F) + "\r\n0\r\n\r\n";
}

std::vector<std::string> addresses(const FileReading& reading) {
  std::vector<std::string> found;
  for (const Article& article : reading.articles) found.push_back(article.url);
  return found;
}

TEST(Warc, AResponseIsAnArticleUnderTheAddressThatWasCrawled) {
  const FileReading reading =
      read_bytes(record("warcinfo", "", "software: a\r\n") + page_record("http://a.example/1"), "/crawl/a.warc");
  ASSERT_EQ(reading.articles.size(), 1U);
  const Article& article = reading.articles[0];
  EXPECT_EQ(article.url, "http://a.example/1");
  EXPECT_EQ(article.key, "http://a.example/1");
  EXPECT_EQ(article.title, "Harbour reopens");
  EXPECT_THAT(article.text, HasSubstr("the first ships came in before noon."));
  EXPECT_EQ(article.record, 2U);
  EXPECT_EQ(article.path, "/crawl/a.warc");
  EXPECT_TRUE(reading.rejections.empty());
}

TEST(Warc, TheBodyIsUnpackedAsItsHeaderSays) {
  struct Case {
    std::string name, fields, body;
  };
  const std::string html = "Content-Type: text/html; charset=utf-8\r\n";
  const Case cases[] = {
      {"plain", html, kPage},
      {"chunked", html + "Transfer-Encoding: chunked\r\n", chunks(kPage)},
      {"chunked, but stored joined", html + "Transfer-Encoding: chunked\r\n", kPage},
      {"chunked and cut off", html + "Transfer-Encoding: chunked\r\n", "fff\r\n" + kPage},
      {"gzip", html + "Content-Encoding: gzip\r\n", gzip(kPage)},
      {"gzip, but stored unpacked", html + "Content-Encoding: gzip\r\n", kPage},
      {"gzip in chunks", html + "Content-Encoding: GZip\r\nTransfer-Encoding: Chunked\r\n",
       "7d0\r\n" + gzip(kPage) + "\r\n0\r\n\r\n"},
      {"deflate with a head", html + "Content-Encoding: deflate\r\n", deflated(kPage, 15)},
      {"deflate without", html + "Content-Encoding: deflate\r\n", deflated(kPage, -15)},
      {"xhtml", "Content-Type: application/xhtml+xml\r\n", kPage},
      {"no type at all", "", kPage},
  };
  for (const Case& each : cases) {
    const FileReading reading =
        read_bytes(record("response", at("http://a.example/1"), http(each.fields, each.body)), "/a.warc");
    ASSERT_EQ(reading.articles.size(), 1U)
        << each.name << (reading.rejections.empty() ? "" : reading.rejections[0].error.message);
    EXPECT_EQ(reading.articles[0].title, "Harbour reopens") << each.name;
  }
}

TEST(Warc, TheCharsetIsThatOfTheHeader) {
  const std::string page =
      "<html><title>Гавань</title><body><h1>\xC3\xE0\xE2\xE0\xED\xFC</h1><p>\xC3\xE0\xE2\xE0\xED\xFC "
      "\xEE\xF2\xEA\xF0\xFB\xF2\xE0, \xF1\xEE\xEE\xE1\xF9\xE8\xEB\xE8 \xE2 \xEF\xEE\xF0\xF2\xF3 "
      "\xE2 \xEF\xFF\xF2\xED\xE8\xF6\xF3.</p></body></html>";
  const FileReading reading = read_bytes(
      record("response", at("http://a.example/1"),
             http("Content-Type: text/html; charset=\"windows-1251\"\r\n", page.substr(page.find("<body>")))),
      "/a.warc");
  ASSERT_EQ(reading.articles.size(), 1U);
  EXPECT_EQ(reading.articles[0].title, "Гавань");
}

TEST(Warc, ResourcesAndConversionsArePagesToo) {
  const std::string text = "Harbour reopens\n\nThe harbour reopened on Friday after the storm, the authority said.\n";
  const FileReading reading =
      read_bytes(record("resource", at("http://a.example/1") + "Content-Type: text/html\r\n", kPage) +
                     record("conversion", at("http://a.example/2") + "Content-Type: text/plain\r\n", text),
                 "-");
  EXPECT_THAT(addresses(reading), ElementsAre("http://a.example/1", "http://a.example/2"));
}

TEST(Warc, WhatIsNoPageIsPassedOverInSilence) {
  const std::string records[] = {
      record("warcinfo", "", "software: a\r\n"),
      record("request", at("http://a.example/1"), "GET /1 HTTP/1.1\r\n\r\n"),
      record("revisit", at("http://a.example/1"), "HTTP/1.1 200 OK\r\n\r\n"),
      record("metadata", at("http://a.example/1"), "via: http://a.example/\r\n"),
      record("response", at("dns:a.example"), "20240816\na.example. 300 IN A 1.2.3.4\n"),
      record("response", at("http://a.example/1"), "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + kPage),
      record("response", at("http://a.example/1"), "HTTP/1.1 301 Moved\r\nLocation: /2\r\n\r\n"),
      record("response", at("http://a.example/i.png"), http("Content-Type: image/png\r\n", "\x89PNG")),
      record("response", at("http://a.example/a.css"), http("Content-Type: text/css\r\n", "p{}")),
      record("response", at("http://a.example/robots.txt"), http("Content-Type: text/plain\r\n", "User-agent: *\n")),
  };
  for (const std::string& each : records) {
    const FileReading reading = read_bytes(each + page_record("http://a.example/2"), "/a.warc");
    EXPECT_THAT(addresses(reading), ElementsAre("http://a.example/2")) << each;
    EXPECT_TRUE(reading.rejections.empty()) << each << reading.rejections[0].error.message;
  }
}

TEST(Warc, ADamagedRecordIsToldWithItsNumberAndTheNextOneIsRead) {
  struct Case {
    std::string name, bytes, message;
  };
  const std::string type = "Content-Type: text/html\r\n";
  const std::string good = page_record("http://a.example/1");
  const auto with_length = [&](const std::string& length) {
    std::string bytes = good;
    const std::size_t begin = bytes.find("Content-Length: ") + 16;
    return bytes.replace(begin, bytes.find('\r', begin) - begin, length);
  };
  const auto body = [&](const std::string& fields, const std::string& bytes) {
    return record("response", at("http://a.example/1"), http(type + fields, bytes));
  };
  const Case cases[] = {
      {"too short a length", with_length("100"), "its Content-Length is wrong"},
      {"too long a length", with_length("400"), "its Content-Length is wrong"},
      {"no length", with_length("many"), "its header has no Content-Length"},
      {"an impossible length", with_length("99999999999999999"), "its header has no Content-Length"},
      {"no HTTP", record("response", at("http://a.example/1"), kPage), "no header of an HTTP response"},
      {"no end of HTTP", record("response", at("http://a.example/1"), "HTTP/1.1 200 OK\r\nContent-Type: text/html"),
       "has no end"},
      {"Brotli", body("Content-Encoding: br\r\n", "\x1B\x2F"), "packed as 'br'"},
      {"a cut body", body("Content-Encoding: gzip\r\n", gzip(kPage).substr(0, 60)), "ends too early"},
      {"a wrong body", body("Content-Encoding: gzip\r\n", gzip(kPage).replace(12, 9, "damaged!!")), "is damaged"},
      {"a bomb", body("Content-Encoding: gzip\r\n", gzip(std::string(20'000'000, 'x'))), "times its size"},
      {"wrong chunks", body("Transfer-Encoding: chunked\r\n", "5\r\n<html\r\nzzz\r\n"), "no chunk where one should"},
      {"too large", body("", kPage + std::string(100'000, ' ')), "larger than 50,000 bytes"},
      {"no story", body("", "<html><body><nav>Home</nav></body></html>"), "without the text of a story"},
  };
  for (const Case& each : cases) {
    const FileReading reading =
        read_bytes(page_record("http://a.example/0") + each.bytes + page_record("http://a.example/2"), "/a.warc",
                   {.record_bytes = 50'000});
    EXPECT_THAT(addresses(reading), ElementsAre("http://a.example/0", "http://a.example/2")) << each.name;
    ASSERT_EQ(reading.rejections.size(), 1U) << each.name;
    EXPECT_EQ(reading.rejections[0].record, 2U) << each.name;
    EXPECT_THAT(reading.rejections[0].error.message, HasSubstr(each.message)) << each.name;
  }
}

TEST(Warc, AFileThatEndsTooEarlyIsReadUpToThere) {
  const std::string first = page_record("http://a.example/1");
  const std::string second = page_record("http://a.example/2");
  for (std::size_t length = 10; length < second.size() - 4; length += 37) {
    const FileReading reading = read_bytes(first + second.substr(0, length), "/a.warc");
    EXPECT_THAT(addresses(reading), ElementsAre("http://a.example/1"));
    ASSERT_EQ(reading.rejections.size(), 1U) << length;
    EXPECT_EQ(reading.rejections[0].record, 2U);
    EXPECT_THAT(reading.rejections[0].error.message, HasSubstr("truncated")) << length;
  }
}

TEST(Warc, GzipIsReadAsAWholeAndRecordForRecord) {
  const FormatFolder folder;
  const std::string one = page_record("http://a.example/1");
  const std::string two = page_record("http://a.example/2");
  for (const std::string& bytes : {gzip(one + two), gzip(one) + gzip(two)}) {
    const FileReading reading = read_path(folder.write("a.warc.gz", bytes));
    EXPECT_THAT(addresses(reading), ElementsAre("http://a.example/1", "http://a.example/2"));
    EXPECT_TRUE(reading.rejections.empty());
  }
}

TEST(Warc, ADamagedGzipMemberCostsItsRecordOnly) {
  const FormatFolder folder;
  std::string padding;
  for (int i = 0; i < 4000; ++i) padding += std::to_string(i * 7919 % 100003);
  const std::string large = record("response", at("http://a.example/2"),
                                   http("Content-Type: text/html\r\n", kPage + "<!--" + padding + "-->"));
  const std::string damaged = gzip(large);
  struct Case {
    std::string name, bytes, message;
  };
  const Case cases[] = {
      {"in its middle", std::string(damaged).replace(damaged.size() / 2, 4, "\xFF\xFF\xFF\xFF"), ""},
      {"in its checksum", std::string(damaged).replace(damaged.size() - 8, 1, "~"), "damaged gzip data"},
      {"cut off", damaged.substr(0, damaged.size() / 2), ""},
  };
  for (const Case& each : cases) {
    const FileReading reading = read_path(folder.write(
        "a.warc.gz", gzip(page_record("http://a.example/1")) + each.bytes + gzip(page_record("http://a.example/3")) +
                         gzip(page_record("http://a.example/4"))));
    EXPECT_THAT(addresses(reading), testing::Contains("http://a.example/1")) << each.name;
    EXPECT_THAT(addresses(reading), testing::Contains("http://a.example/4")) << each.name;
    EXPECT_THAT(addresses(reading), testing::Not(testing::Contains("http://a.example/2"))) << each.name;
    ASSERT_EQ(reading.rejections.size(), 1U) << each.name;
    EXPECT_EQ(reading.rejections[0].record, 2U) << each.name;
    EXPECT_THAT(reading.rejections[0].error.message, HasSubstr(each.message)) << each.name;
  }
}

TEST(Warc, APageThatIsCrawledTwiceIsTheSameRecord) {
  const auto bytes_at = [](const std::string& date) {
    StringSource source(record("response", at("http://a.example/1") + "WARC-Date: " + date + "\r\n",
                               http("Date: " + date + "\r\nContent-Type: text/html\r\n", kPage)));
    std::string bytes;
    const RecordSink sink{.record = [&](RawRecord&& raw) { return bytes = std::move(raw.bytes), true; },
                          .rejection = [](Rejection&&) { return false; }};
    EXPECT_TRUE(choose_format("WARC/1.1\r\n", "-")->split(source, "-", {}, sink));
    return bytes;
  };
  EXPECT_EQ(bytes_at("2024-08-16T10:00:00Z"), bytes_at("2025-01-01T10:00:00Z"));
}

TEST(Warc, AddressesAreCleanWhateverTheCrawlerWrote) {
  struct Case {
    std::string written, address;
  };
  const Case cases[] = {{"<http://a.example/1>", "http://a.example/1"},
                        {"http://a.example/a b", "http://a.example/a%20b"},
                        {"http://a.example/\xFF", "http://a.example/%FF"}};
  for (const Case& each : cases) {
    EXPECT_THAT(addresses(read_bytes(page_record(each.written), "/a.warc")), ElementsAre(each.address));
  }
}

}  // namespace
}  // namespace dateline
