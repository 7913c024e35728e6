set(ETABLI_SANITIZE "" CACHE STRING "Sanitizers to build with, as for -fsanitize=; empty for none")
if(ETABLI_SANITIZE)
  # GCC 12 sees uninitialised values in the standard library once it is instrumented.
  add_compile_options(-fsanitize=${ETABLI_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all
                      -Wno-maybe-uninitialized)
  add_link_options(-fsanitize=${ETABLI_SANITIZE})
  add_compile_options(-Wno-maybe-uninitialized) # instrumented code misleads it; release judges
  set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1")
endif()
