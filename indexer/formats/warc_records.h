// Cuts a web archive into records, in one stream: records that are no pages are passed over without being held, and
// behind damage reading goes on at the next record that can be made out.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "indexer/formats/article_format.h"
#include "indexer/formats/block_reader.h"
#include "indexer/formats/warc_capture.h"
#include "shared/base/result.h"

namespace dateline {

// Receives the pages of an archive, packed (warc_capture.h), and what went wrong with a record. The records of the
// file are counted from 1, all of them. False: stop.
struct WarcSink {
  std::function<bool(std::uint64_t record, std::string&& packed)> capture;
  std::function<bool(std::uint64_t record, Error&&)> rejection;
};

// An error that is returned ends the file.
Result<void> read_warc(ByteSource& source, const ReadLimits& limits, const WarcSink& sink);

}  // namespace dateline
