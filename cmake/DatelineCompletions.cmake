# dateline_completions(TARGET NAME): has the program write its completion scripts, and installs each where its shell looks
# for it.
function(dateline_completions target name)
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/completions)
  foreach(shell bash zsh fish)
    add_custom_command(TARGET ${target} POST_BUILD
      COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
      COMMAND $<TARGET_FILE:${target}> completion ${shell} > ${folder}/${name}.${shell} VERBATIM)
  endforeach()
  install(FILES ${folder}/${name}.bash RENAME ${name} COMPONENT programs
          DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
  install(FILES ${folder}/${name}.zsh RENAME _${name} COMPONENT programs
          DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
  install(FILES ${folder}/${name}.fish COMPONENT programs
          DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
endfunction()
