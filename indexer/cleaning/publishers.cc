// The table: agencies whose names stand in datelines worldwide, and publishers that open their pages with their name.
#include "indexer/cleaning/publishers.h"

#include "shared/base/strings.h"

namespace dateline {
namespace {

struct Publisher {
  std::string_view written;
  std::string_view name;
};

constexpr Publisher kPublishers[] = {
    {"Reuters", "Reuters"},
    {"Reuter", "Reuters"},
    {"Thomson Reuters", "Reuters"},
    {"AP", "Associated Press"},
    {"Associated Press", "Associated Press"},
    {"The Associated Press", "Associated Press"},
    {"AFP", "AFP"},
    {"Agence France-Presse", "AFP"},
    {"UPI", "UPI"},
    {"United Press International", "UPI"},
    {"dpa", "dpa"},
    {"Deutsche Presse-Agentur", "dpa"},
    {"EFE", "EFE"},
    {"ANSA", "ANSA"},
    {"PTI", "PTI"},
    {"ANI", "ANI"},
    {"IANS", "IANS"},
    {"TASS", "TASS"},
    {"Interfax", "Interfax"},
    {"Xinhua", "Xinhua"},
    {"Kyodo", "Kyodo"},
    {"Yonhap", "Yonhap"},
    {"Bernama", "Bernama"},
    {"Anadolu", "Anadolu"},
    {"IRNA", "IRNA"},
    {"Press Association", "PA Media"},
    {"PA Media", "PA Media"},
    {"Canadian Press", "The Canadian Press"},
    {"The Canadian Press", "The Canadian Press"},
    {"IRIN", "IRIN"},
    {"IPS", "IPS"},
    {"CNN", "CNN"},
    {"CNN Business", "CNN"},
    {"CNN Politics", "CNN"},
    {"CNNMoney", "CNN"},
    {"BBC", "BBC"},
    {"BBC News", "BBC"},
    {"NPR", "NPR"},
    {"CNBC", "CNBC"},
    {"NBC News", "NBC News"},
    {"CBS News", "CBS News"},
    {"ABC News", "ABC News"},
    {"Fox News", "Fox News"},
    {"Al Jazeera", "Al Jazeera"},
    {"Deutsche Welle", "Deutsche Welle"},
    {"Bloomberg", "Bloomberg"},
    {"Bloomberg News", "Bloomberg"},
    {"Politico", "Politico"},
    {"The New York Times", "The New York Times"},
    {"New York Times", "The New York Times"},
    {"The Washington Post", "The Washington Post"},
    {"Washington Post", "The Washington Post"},
    {"The Wall Street Journal", "The Wall Street Journal"},
    {"The Guardian", "The Guardian"},
    {"Financial Times", "Financial Times"},
    {"USA TODAY", "USA Today"},
    {"Los Angeles Times", "Los Angeles Times"},
    {"VOA", "VOA"},
    {"Voice of America", "VOA"},
    {"Wikinews", "Wikinews"},
    {"Sky News", "Sky News"},
    {"Euronews", "Euronews"},
};

}  // namespace

std::string_view known_publisher(std::string_view name) {
  for (const Publisher& publisher : kPublishers) {
    if (equals_ignoring_case(publisher.written, name)) return publisher.name;
  }
  return {};
}

}  // namespace dateline
