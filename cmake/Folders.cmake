# The two kinds of folders that hold code, each with one declaration.
#
#   add_kernel_folder(db LIBRARIES PkgConfig::sqlite3)   in kernel/CMakeLists.txt, in order: a folder
#                                                        links those declared before it, no other
#   add_business_module(tickets DEPENDS crm projects)    in modules/tickets/CMakeLists.txt
#
# Both build a static library of the folder's *.cpp and a test executable of its *_test.cpp. Every header
# compiles alone: most are the first line of their own .cpp, `headers` compiles the others.
set_property(GLOBAL PROPERTY etabli_kernel_folders "")

function(etabli_folder target folder)
  file(GLOB sources CONFIGURE_DEPENDS ${folder}/*.cpp ${folder}/ui/*.cpp)
  file(GLOB headers CONFIGURE_DEPENDS ${folder}/*.hpp ${folder}/ui/*.hpp)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")

  if(sources)
    add_library(${target} STATIC ${sources})
    set(scope PUBLIC)
    target_link_libraries(${target} PRIVATE etabli_warnings etabli_hardening)
  else()
    add_library(${target} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(${target} ${scope} ${PROJECT_SOURCE_DIR})
  target_link_libraries(${target} ${scope} ${ARGN})

  if(headers)
    set(alone "")
    foreach(header IN LISTS headers)
      file(RELATIVE_PATH path ${PROJECT_SOURCE_DIR} ${header})
      string(REGEX REPLACE "\\.hpp$" ".cpp" own ${header})
      if(EXISTS ${own})
        file(STRINGS ${own} first LIMIT_COUNT 1)
        if(first STREQUAL "#include \"${path}\"") # compiled alone there
          continue()
        endif()
      endif()
      string(MAKE_C_IDENTIFIER ${path} id)
      set(file ${CMAKE_BINARY_DIR}/headers/${id}.cpp)
      if(NOT EXISTS ${file})
        file(WRITE ${file} "#include \"${path}\"\n")
      endif()
      list(APPEND alone ${file})
    endforeach()
    if(alone)
      add_library(${target}_headers OBJECT EXCLUDE_FROM_ALL ${alone})
      target_link_libraries(${target}_headers PRIVATE ${target} etabli_warnings)
      target_include_directories(${target}_headers SYSTEM PRIVATE ${DOCTEST_INCLUDE}/doctest) # *_test_kit.hpp
      add_dependencies(headers ${target}_headers)
    endif()
  endif()

  if(tests)
    add_executable(${target}_tests ${tests})
    target_link_libraries(${target}_tests PRIVATE ${target} test_support etabli_warnings etabli_hardening)
    target_compile_options(${target}_tests PRIVATE -O1) # a third less to compile; what is judged keeps its -O2
    if(TARGET kernel_db)
      target_link_libraries(${target}_tests PRIVATE test_database)
    endif()
    if(target MATCHES "^(module_|kernel_guard|kernel_live)")
      target_link_libraries(${target}_tests PRIVATE test_world)
    endif()
    add_test(NAME ${target} COMMAND ${target}_tests WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  endif()
endfunction()

add_custom_target(headers)

function(add_kernel_folder name)
  cmake_parse_arguments(arg "" "" "LIBRARIES" ${ARGN})
  get_property(before GLOBAL PROPERTY etabli_kernel_folders)
  etabli_folder(kernel_${name} ${CMAKE_CURRENT_SOURCE_DIR}/${name} ${arg_LIBRARIES} ${before})
  set_property(GLOBAL PROPERTY etabli_kernel_folders kernel_${name} ${before})
endfunction()

function(add_business_module name)
  cmake_parse_arguments(arg "" "" "DEPENDS" ${ARGN})
  get_property(kernel GLOBAL PROPERTY etabli_kernel_folders)
  list(TRANSFORM arg_DEPENDS PREPEND module_ OUTPUT_VARIABLE used)
  etabli_folder(module_${name} ${CMAKE_CURRENT_SOURCE_DIR} ${used} ${kernel})
  set_property(GLOBAL APPEND PROPERTY etabli_modules module_${name})
endfunction()
