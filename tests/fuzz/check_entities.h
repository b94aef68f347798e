// What must hold for every text that names are looked for in, and for whatever points a decoder gets; used by the
// fuzzer and by tests with seeded random inputs. Each check gives "" where all is well, else what is wrong.
#pragma once

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/entity_extractor.h"
#include "indexer/entities/tagger/decoder.h"
#include "indexer/entities/tagger/tagger_tokens.h"
#include "shared/base/strings.h"

namespace dateline {

// In order, apart, not empty, and all that is not white space is in one of them.
inline std::string check_tagger_tokens(std::string_view text) {
  std::vector<TaggerToken> tokens;
  split_tagger_tokens(text, tokens);
  std::size_t last = 0;
  constexpr std::string_view kWideSpaceBytes =
      "\xC2\xA0\xE2\x80\xAF\x9F\xE3\xA8\xA9\x81";  // of U+00A0, U+2000 … U+3000
  const auto only_space = [&](std::string_view between) {
    return std::all_of(between.begin(), between.end(), [&](char c) {
      const auto byte = static_cast<unsigned char>(c);
      return byte <= ' ' || byte == 0x7F || (byte >= 0x80 && byte <= 0x8A) ||
             kWideSpaceBytes.find(c) != std::string_view::npos;
    });
  };
  for (const TaggerToken& token : tokens) {
    if (token.begin < last || token.end <= token.begin || token.end > text.size()) return "a token outside of the text";
    if (!only_space(text.substr(last, token.begin - last))) return "text between two tokens";
    last = token.end;
  }
  if (!tokens.empty() && !tokens.front().sentence_start) return "a text that begins inside a sentence";
  return only_space(text.substr(last)) ? "" : "text behind the tokens";
}

// The bytes are read as points and transitions: the tags that come out open and close names as they should.
inline std::string check_decoder(std::string_view bytes) {
  using namespace tagging;
  Transitions transitions{};
  const std::size_t for_transitions = std::min(bytes.size(), sizeof transitions / sizeof(float));
  std::size_t at = 0;
  for (auto& row : transitions)
    for (float& points : row)
      if (at < for_transitions) points = static_cast<float>(static_cast<signed char>(bytes[at++]));
  std::vector<Scores> scores(bytes.size() / kTags);
  for (std::size_t i = 0; i < scores.size(); ++i)
    for (std::size_t t = 0; t < kTags; ++t)
      scores[i][t] = static_cast<float>(static_cast<signed char>(bytes[i * kTags + t]));
  std::vector<Tag> tags(scores.size());
  Decoder decoder;
  decoder.decode(scores, transitions, tags);
  Tag before = kOutsideTag;
  for (const Tag tag : tags) {
    if (tag >= kTags) return "no tag";
    if (!may_follow(before, tag)) return "a tag that may not follow";
    before = tag;
  }
  return closes(before) ? "" : "a name without an end";
}

// Mentions lie inside the text, on character borders, and apart; names are valid; twice the same.
inline std::string check_extraction(EntityExtractor& extractor, std::string_view text) {
  if (find_invalid_utf8(text) != std::string_view::npos) {
    extractor.extract({}, text);  // promised for valid text only, but it must not crash
    return {};
  }
  const std::vector<ArticleEntity> entities = extractor.extract(text.substr(0, 0), text);
  const std::vector<ArticleEntity> again = extractor.extract({}, text);
  if (entities.size() != again.size()) return "another second reading";
  std::vector<Mention> mentions;
  for (std::size_t i = 0; i < entities.size(); ++i) {
    if (entities[i].name.empty() || entities[i].mentions.empty()) return "an entity of nothing";
    if (find_invalid_utf8(entities[i].name) != std::string_view::npos) return "a name that is no UTF-8";
    if (entities[i].name != again[i].name || entities[i].mentions != again[i].mentions) return "another second reading";
    mentions.insert(mentions.end(), entities[i].mentions.begin(), entities[i].mentions.end());
  }
  std::sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) { return a.begin < b.begin; });
  std::uint32_t last = 0;
  for (const Mention& mention : mentions) {
    if (mention.begin < last || mention.end <= mention.begin || mention.end > text.size())
      return "a mention outside of the text";
    if (find_invalid_utf8(text.substr(mention.begin, mention.end - mention.begin)) != std::string_view::npos)
      return "a mention that cuts a character";
    last = mention.end;
  }
  return {};
}

}  // namespace dateline
