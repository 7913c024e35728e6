# What the binary carries besides code, each as a library that defines one function of
# kernel/base/embedded.hpp. embedded_assets is in web/CMakeLists.txt.
function(add_embedded name)
  add_library(${name} STATIC)
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
  embed_files(${name} ${name} ${ARGN})
endfunction()

file(GLOB_RECURSE presets CONFIGURE_DEPENDS LIST_DIRECTORIES false ${PROJECT_SOURCE_DIR}/presets/*)
add_embedded(embedded_presets ${presets})

file(GLOB help CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/modules/help/articles/*.md)
add_embedded(embedded_help ${help})

file(GLOB_RECURSE translations CONFIGURE_DEPENDS
     ${PROJECT_SOURCE_DIR}/kernel/*.toml ${PROJECT_SOURCE_DIR}/modules/*.toml
     ${PROJECT_SOURCE_DIR}/app/*.toml)
list(FILTER translations INCLUDE REGEX "/i18n/[^/]+\\.toml$")
add_embedded(embedded_translations ${translations})

file(GLOB_RECURSE migrations CONFIGURE_DEPENDS
     ${PROJECT_SOURCE_DIR}/kernel/*.sql ${PROJECT_SOURCE_DIR}/modules/*.sql)
list(FILTER migrations INCLUDE REGEX "/migrations/[^/]+\\.sql$")
add_embedded(embedded_migrations ${migrations})

add_embedded(embedded_typefaces ${INTER_FONTS}/Inter-Regular.otf ${INTER_FONTS}/Inter-Bold.otf
             ${INTER_FONTS}/Inter-Italic.otf ${INTER_FONTS}/Inter-BoldItalic.otf)
add_embedded(embedded_colours ${SRGB_PROFILE})
