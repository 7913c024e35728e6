# Everything the product links, Debian 12 packages only (docs/decisions/0004-dependencies.md).
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json url)
foreach(library IN ITEMS sqlite3 libpq libsodium libcurl openssl icu-uc icu-i18n spdlog fmt
                         zlib libbrotlienc libbrotlicommon libbrotlidec libzstd libqrencode cairo freetype2 pangocairo pangoft2 fontconfig xlsxwriter gmime-3.0 gumbo libqpdf expat)
  string(MAKE_C_IDENTIFIER ${library} id)
  pkg_check_modules(${id} REQUIRED IMPORTED_TARGET ${library})
endforeach()
find_path(CMARK_GFM_INCLUDE cmark-gfm.h REQUIRED)
find_library(CMARK_GFM_LIBRARY cmark-gfm REQUIRED)
find_library(CMARK_GFM_EXTENSIONS_LIBRARY cmark-gfm-extensions REQUIRED)
find_library(DATE_TZ_LIBRARY date-tz REQUIRED)
find_path(DOCTEST_INCLUDE doctest/doctest.h REQUIRED)
# Compiled into papers (kernel/documents): never those of the machine that draws them.
find_path(INTER_FONTS Inter-Regular.otf PATHS /usr/share/fonts/opentype/inter REQUIRED)
# Compiled into them too: what their colours mean.
find_file(SRGB_PROFILE sRGB.icc PATHS /usr/share/color/icc REQUIRED)
