set(ETABLI_SANITIZE "" CACHE STRING "Sanitizers to build with, as for -fsanitize=; empty for none")
if(ETABLI_SANITIZE)
  # GCC 12 sees uninitialised values in the standard library once it is instrumented.
  add_compile_options(-fsanitize=${ETABLI_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all
                      -Wno-maybe-uninitialized)
  add_link_options(-fsanitize=${ETABLI_SANITIZE})
  # Instrumented code misleads them; release judges.
  add_compile_options(-Wno-maybe-uninitialized -Wno-mismatched-new-delete)
  set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1")
endif()
