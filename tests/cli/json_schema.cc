// The only file that includes valijson, which takes as long to compile as ten others.
#include "tests/cli/json_schema.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

namespace dateline::cli {

std::string schema_errors(const std::string& schema_file, std::string_view text) {
  std::ifstream file(std::string(DATELINE_SOURCE_DIR) + "/docs/" + schema_file);
  const nlohmann::json rules = nlohmann::json::parse(file, nullptr, false);
  if (rules.is_discarded()) return "the schema is no JSON";
  const nlohmann::json document = nlohmann::json::parse(text, nullptr, false);
  if (document.is_discarded()) return "this is no JSON";

  valijson::Schema schema;
  valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
  parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(rules), schema);
  valijson::Validator validator;
  valijson::ValidationResults results;
  std::string errors;
  if (validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(document), &results)) return errors;
  for (valijson::ValidationResults::Error error; results.popError(error);) {
    for (const std::string& step : error.context) errors += step;
    errors += ": " + error.description + "\n";
  }
  return errors.empty() ? "invalid" : errors;
}

}  // namespace dateline::cli
