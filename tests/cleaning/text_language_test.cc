// Which language a text is in.
#include "indexer/cleaning/text_language.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

struct Sample {
  const char* language;
  const char* text;
};

TEST(TextLanguage, IsSeenInAFewSentences) {
  for (const Sample& sample : {
           Sample{"en",
                  "The harbour was closed on Tuesday after a storm had damaged two cranes, the port authority said."},
           Sample{"de", "Der Hafen wurde am Dienstag geschlossen, nachdem ein Sturm zwei Kräne beschädigt hatte."},
           Sample{"fr",
                  "Le port a été fermé mardi après qu'une tempête eut endommagé deux grues, selon les autorités."},
           Sample{
               "es",
               "El puerto fue cerrado el martes después de que una tormenta dañara dos grúas, según las autoridades."},
           Sample{"ru", "Порт был закрыт во вторник после того, как шторм повредил два крана, сообщили власти города."},
           Sample{"ar", "أغلق الميناء يوم الثلاثاء بعد أن ألحقت عاصفة أضرارا برافعتين، حسبما أفادت سلطات المدينة أمس."},
           Sample{"he", "הנמל נסגר ביום שלישי לאחר שסערה פגעה בשני מנופים, כך מסרו הרשויות בעיר אתמול בערב."},
           Sample{"zh", "港务局表示，周二一场暴风雨损坏了两台起重机，港口随后关闭，预计周四重新开放，船只改道。"},
           Sample{"", "Oil"},
           Sample{"", "12.5 14.7 18.9 2024 100,000 55% 1987 605 12 19 12 5.5 78 33 21 90 44"},
           Sample{"", ""},
       }) {
    EXPECT_EQ(language_of_text(sample.text), sample.language) << sample.text;
  }
}

TEST(TextLanguage, OfALongTextIsReadFromWholeCharacters) {
  std::string text;
  while (text.size() < 100'000) text += "Порт был закрыт во вторник после того, как шторм повредил два крана. ";
  for (std::size_t cut = 0; cut < 3; ++cut) EXPECT_EQ(language_of_text(std::string(cut, ' ') + text), "ru");
}

TEST(TextLanguage, IsAskedForOnlyWhereNoneIsGiven) {
  Article article;
  article.text = "The harbour was closed on Tuesday after a storm had damaged two cranes, the port authority said.";
  article.language = "sv";
  settle_language(article);
  EXPECT_EQ(article.language, "sv");
  EXPECT_TRUE(article.origins.empty());
  article.language.clear();
  settle_language(article);
  EXPECT_EQ(article.language, "en");
  ASSERT_EQ(article.origins.size(), 1U);
  EXPECT_EQ(article.origins[0], (FieldOrigin{"language", "text"}));
}

}  // namespace
}  // namespace dateline
