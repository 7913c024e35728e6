# Flags of docs/decisions/0003-hardening.md; tools/check_hardening reads the result off the binary.
add_library(etabli_hardening INTERFACE)
target_compile_options(etabli_hardening INTERFACE
  -g1 -fno-strict-overflow -ftrivial-auto-var-init=zero
  -fstack-protector-strong -fstack-clash-protection -fcf-protection=full)
target_compile_definitions(etabli_hardening INTERFACE _GLIBCXX_ASSERTIONS)
if(NOT ETABLI_SANITIZE)
  target_compile_options(etabli_hardening INTERFACE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3)
endif()
set(CMAKE_CXX_FLAGS_RELEASE "-O2")
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
add_link_options(-Wl,-z,relro,-z,now,-z,noexecstack)

find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE})
endif()
