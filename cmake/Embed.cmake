# embed_files(target name FILES...) compiles files into the binary: it defines base::<name>(),
# declared in kernel/base/embedded.hpp, a span of {path, bytes} sorted by path. Paths are relative to
# the project.
function(embed_files target name)
  set(list ${CMAKE_CURRENT_BINARY_DIR}/${name}.list)
  string(REPLACE ";" "\n" content "${ARGN}")
  file(GENERATE OUTPUT ${list} CONTENT "${content}\n")
  embed_list(${target} ${name} ${list} ${ARGN})
endfunction()

# embed_list(target name list DEPENDS...) does so for files known only once something is built: their
# names are in the file `list`, one a line.
function(embed_list target name list)
  add_custom_command(
    OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp
    COMMAND python3 ${PROJECT_SOURCE_DIR}/cmake/embed.py ${name} ${list} ${PROJECT_SOURCE_DIR}
            ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp
    DEPENDS ${ARGN} ${list} ${PROJECT_SOURCE_DIR}/cmake/embed.py
    VERBATIM)
  target_sources(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
endfunction()
