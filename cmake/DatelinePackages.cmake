# The packages that Dateline stands on. docs/dependencies.md says why each; ./dev installs them.

find_package(PkgConfig REQUIRED)
find_package(ZLIB REQUIRED)
find_package(SQLite3 3.40 REQUIRED)
find_package(LibXml2 2.9.14 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
set(Boost_USE_STATIC_LIBS ON)  # only programs use it
find_package(Boost 1.74 REQUIRED COMPONENTS program_options)
pkg_check_modules(XAPIAN REQUIRED IMPORTED_TARGET xapian-core>=1.4.20)
pkg_check_modules(UTF8PROC REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(UCHARDET REQUIRED IMPORTED_TARGET uchardet)
pkg_check_modules(LIBARCHIVE REQUIRED IMPORTED_TARGET libarchive>=3.6)
pkg_check_modules(READLINE REQUIRED IMPORTED_TARGET readline)
find_library(MIMALLOC_LIBRARY mimalloc)
find_library(CLD2_LIBRARY cld2 REQUIRED)
find_path(CLD2_INCLUDE cld2/public/compact_lang_det.h REQUIRED)
add_library(dateline_cld2 INTERFACE)
target_include_directories(dateline_cld2 SYSTEM INTERFACE ${CLD2_INCLUDE})
target_link_libraries(dateline_cld2 INTERFACE ${CLD2_LIBRARY})
set(DATELINE_PDF AUTO CACHE STRING "Read PDF with poppler: AUTO (where it is installed), ON or OFF")
set_property(CACHE DATELINE_PDF PROPERTY STRINGS AUTO ON OFF)
if(DATELINE_PDF STREQUAL "AUTO")
  pkg_check_modules(POPPLER IMPORTED_TARGET poppler-cpp>=22)
elseif(DATELINE_PDF)
  pkg_check_modules(POPPLER REQUIRED IMPORTED_TARGET poppler-cpp>=22)
endif()

# dateline_package(NAME SHARED ARCHIVE): a package that programs link as an archive where there is one, and libdateline as
# a shared library. A terminal tool is started for every question: relocating SQLite took a tenth of an answer's time. In
# libdateline two copies of SQLite in one process would break each other's file locks (sqlite.org/howtocorrupt.html, 2.2).
function(dateline_package name shared archive)
  find_library(${name}_archive ${archive})
  add_library(${name} INTERFACE)
  target_include_directories(${name} SYSTEM INTERFACE $<TARGET_PROPERTY:${shared},INTERFACE_INCLUDE_DIRECTORIES>)
  if(${name}_archive)
    target_link_libraries(${name} INTERFACE
      $<IF:$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>,${${name}_archive}$<SEMICOLON>m,${shared}>)
  else()
    target_link_libraries(${name} INTERFACE ${shared})
  endif()
endfunction()
dateline_package(dateline_sqlite SQLite::SQLite3 libsqlite3.a)
dateline_package(dateline_utf8proc PkgConfig::UTF8PROC libutf8proc.a)
dateline_package(dateline_re2 PkgConfig::RE2 libre2.a)

# readline as an archive needs the terminal library beside it, as an archive too.
find_library(readline_archive libreadline.a)
find_library(tinfo_archive libtinfo.a)
add_library(dateline_readline INTERFACE)
if(readline_archive AND tinfo_archive)
  target_link_libraries(dateline_readline INTERFACE ${readline_archive} ${tinfo_archive})
else()
  target_link_libraries(dateline_readline INTERFACE PkgConfig::READLINE)
endif()

add_library(dateline_libxml2 INTERFACE)  # an archive would need the ones of ICU; only the indexer uses it
target_link_libraries(dateline_libxml2 INTERFACE LibXml2::LibXml2)
