/^            Uploads uploads,/d
/new PostgresUploads(shop),/d
/FileStore/d
/new UploadRoutes/d
/views\/files.js/d
s/, files }/ }/
/#\/files/d
/^        Path /d
/^        long uploadLimitBytes,/d
/settings.path("uploads/d
/uploads.limit-bytes/d
/^# Customers' files/,/^$/d
s/, uploads\././
