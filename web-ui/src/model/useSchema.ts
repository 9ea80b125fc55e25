import { useQuery } from '@tanstack/react-query';
import * as api from '../api/calls';
import { Schema } from './schema';

const toSchema = (model: Awaited<ReturnType<typeof api.model>>) => new Schema(model);

/** The model changes only with the server, so it is asked for once. */
export function useSchema() {
  return useQuery({
    queryKey: ['model'],
    queryFn: api.model,
    staleTime: Infinity,
    select: toSchema,
  });
}
