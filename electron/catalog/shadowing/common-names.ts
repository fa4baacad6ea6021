/** Names of tools that many servers share, as words joined by underscores: meeting one twice says nothing. */
export const COMMON_NAMES: ReadonlySet<string> = new Set(
  `search fetch query list get read write create update delete add remove send run execute help ping echo status info
  version health find open close start stop save load export import upload download sync test login logout read_file
  write_file edit_file list_files list_directory search_files create_file delete_file move_file get_file_info
  create_directory read_multiple_files get_user list_users get_me whoami get_weather get_forecast get_time
  get_current_time search_web web_search get_page list_pages create_page update_page get_issue list_issues
  create_issue update_issue search_issues list_projects get_project create_project list_repositories list_repos
  list_tables describe_table list_schemas query_database execute_query execute_sql run_query read_query write_query
  send_message send_email get_message list_messages list_channels add_comment create_comment list_comments
  create_task list_tasks update_task delete_task get_task get_document list_documents create_document search_documents
  take_screenshot screenshot navigate click execute_command run_command get_config set_config get_status add calculate
  translate summarize list_models get_schema list_databases list_collections`
    .trim()
    .split(/\s+/),
);
